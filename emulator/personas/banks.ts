/** The banks at which the emulator's people have their accounts (SBX-2). */
export const PLATYPUS = 'ins_109508';
export const GINGHAM = 'ins_109509';
export const TATTERSALL = 'ins_109510';
export const TARTAN = 'ins_109511';
export const HOUNDSTOOTH = 'ins_109512';
