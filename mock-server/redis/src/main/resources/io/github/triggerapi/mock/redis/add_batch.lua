-- Adds a batch, unless its key belongs to another one, and returns the batch that has the key. The oldest of too many batches
-- is removed.

local id, text, now, maxBatches = ARGV[5], ARGV[6], tonumber(ARGV[7]), tonumber(ARGV[8])

local holder = redis.call('HGET', batchKeys, keyOfBatch(text))
local held = holder and redis.call('HGET', batches, holder)
local expires = held and tonumber(string.match(held, '^[^\n]*'))
if expires and expires > now then
  return held
end
putBatch(id, text)
if redis.call('ZCARD', batchOrder) > maxBatches then
  local oldest = redis.call('ZRANGE', batchOrder, 0, 0)[1]
  removeKeyOfBatch(oldest, redis.call('HGET', batches, oldest) or '')
  redis.call('HDEL', batches, oldest)
  redis.call('ZREM', batchOrder, oldest)
end
return text
