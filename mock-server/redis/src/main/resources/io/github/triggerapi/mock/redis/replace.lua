-- Replaces a run. Returns 0 if the run has another version, or is to execute and its queue has no room.

local id, version, json = ARGV[5], ARGV[6], ARGV[8]
local fact = cjson.decode(ARGV[7])

local before = factsOf(id)
if again and before and before.b == call then
  return 1
end
if not before or before.v ~= version then
  return 0
end
if fact.s == 'EXECUTING' and before.s ~= 'EXECUTING' and not hasRoom(fact.q, fact.w) then
  return 0
end
local line, rank = fact.s == 'QUEUED' and before.l, redis.call('ZSCORE', finished, id)
remove(id, before)
if before.k and before.k ~= fact.k and redis.call('HGET', keys, before.k) == id then
  redis.call('HDEL', keys, before.k)
end
fact.n, fact.b = before.n, call
publish(put(id, fact, json, line, rank))
return 1
