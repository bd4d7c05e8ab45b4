-- Replaces all content. The arguments are the numbers of limits, request keys, paused queues and batches, these, and for each run its id, facts
-- with its number, and JSON, in the order in which they entered their queues or finished.

if again and redis.call('HGET', counters, 'restored') == call then
  return
end
for i = 1, #KEYS - 1 do
  redis.call('DEL', KEYS[i])
end

local limitCount, requestCount, pausedCount, batchCount, at =
    tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7]), tonumber(ARGV[8]), 9
for _ = 1, limitCount do
  redis.call('HSET', limits, ARGV[at], ARGV[at + 1])
  at = at + 2
end
for _ = 1, requestCount do
  redis.call('ZADD', requestTimes, ARGV[at + 1], ARGV[at])
  redis.call('HSET', requests, ARGV[at], ARGV[at + 2])
  at = at + 3
end
for _ = 1, pausedCount do
  redis.call('SADD', paused, ARGV[at])
  at = at + 1
end
for _ = 1, batchCount do
  putBatch(ARGV[at], ARGV[at + 1])
  at = at + 2
end
local last, holders = 0, {}
while at < #ARGV do
  local id, fact = ARGV[at], cjson.decode(ARGV[at + 1])
  put(id, fact, ARGV[at + 2])
  redis.call('SADD', entered, fact.w)
  -- A key belongs to the latest run that has it.
  if fact.k and (not holders[fact.k] or holders[fact.k] < fact.n) then
    holders[fact.k] = fact.n
    redis.call('HSET', keys, fact.k, id)
  end
  last = math.max(last, tonumber(fact.n))
  at = at + 3
end
redis.call('HSET', counters, 'number', string.format('%d', last), 'restored', call)
publish('')
