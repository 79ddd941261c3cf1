/** What a refused call says: `{ status, code, message }` of the client's error. */
export async function refusal(call: Promise<unknown>): Promise<{
  status: number;
  type: string;
  code: string;
  message: string;
  requestId: string;
}> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  const response = property(error, 'response');
  const data = property(response, 'data');
  if (data === undefined) throw new Error(`The call was not refused: ${String(error)}`);
  return {
    status: Number(property(response, 'status')),
    type: String(property(data, 'error_type')),
    code: String(property(data, 'error_code')),
    message: String(property(data, 'error_message')),
    requestId: String(property(data, 'request_id')),
  };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
