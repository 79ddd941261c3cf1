'use client';

/** The same words inside the frame, so that the navigation stays at hand. */
export { default } from '../error';
