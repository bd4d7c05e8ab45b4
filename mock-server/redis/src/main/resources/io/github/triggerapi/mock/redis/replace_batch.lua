-- Replaces a batch, if it exists.

local id, text = ARGV[5], ARGV[6]
if redis.call('HEXISTS', batches, id) == 1 then
  putBatch(id, text)
end
