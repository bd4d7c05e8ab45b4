-- Returns {'found', run}, {'made', run, whether the limit changed, whether a run was removed, whether the queue has no
-- limit}, {'full'} or {'taken'}.

local id, json, now, maxRuns, requestKey, requestExpires, setsLimit, limit =
    ARGV[5], ARGV[7], tonumber(ARGV[8]), tonumber(ARGV[9]), ARGV[10], ARGV[11], ARGV[12], ARGV[13]
local fact = cjson.decode(ARGV[6])

local function made(limitChanged, removed)
  return {'made', found(id), limitChanged, removed, 1 - redis.call('HEXISTS', limits, fact.w)}
end

if again and redis.call('HEXISTS', runs, id) == 1 then
  return made(1, 0)
end

local function removeRequest(key)
  redis.call('ZREM', requestTimes, key)
  redis.call('HDEL', requests, key)
end

local function keepRequest(run)
  if requestKey ~= '' then
    redis.call('ZADD', requestTimes, requestExpires, requestKey)
    redis.call('HSET', requests, requestKey, run)
    if redis.call('ZCARD', requestTimes) > maxRuns then
      removeRequest(redis.call('ZRANGE', requestTimes, 0, 0)[1])
    end
  end
end

for _, key in ipairs(redis.call('ZRANGEBYSCORE', requestTimes, '-inf', now)) do
  removeRequest(key)
end
local tried = redis.call('HGET', requests, requestKey)
local same = tried and found(tried)
if same then
  return {'found', same}
end

local holder = fact.k and redis.call('HGET', keys, fact.k)
local held = holder and found(holder)
local expires = held and factsOf(holder).e
if held and (not expires or tonumber(expires) > now) then
  keepRequest(holder)
  return {'found', held}
end

if redis.call('HEXISTS', runs, id) == 1 then
  return {'taken'}
end
local removed = 0
if redis.call('HLEN', runs) >= maxRuns then
  local oldest = redis.call('ZRANGE', finished, 0, 0)[1]
  if not oldest then
    return {'full'}
  end
  local old = factsOf(oldest)
  if old then
    remove(oldest, old)
  end
  redis.call('ZREM', finished, oldest)
  redis.call('ZREM', order, oldest)
  redis.call('HDEL', facts, oldest)
  redis.call('HDEL', runs, oldest)
  if old and old.k and redis.call('HGET', keys, old.k) == oldest then
    redis.call('HDEL', keys, old.k)
  end
  removed = 1
end

local limitChanged = 0
if setsLimit == '1' then
  local before = redis.call('HGET', limits, fact.w)
  if limit == '' then
    redis.call('HDEL', limits, fact.w)
    limitChanged = before and 1 or 0
  else
    redis.call('HSET', limits, fact.w, limit)
    limitChanged = before == limit and 0 or 1
  end
end
if redis.call('SCARD', entered) < maxRuns then
  redis.call('SADD', entered, fact.w)
end
fact.n = count('number')
local run = put(id, fact, json)
if fact.k then
  redis.call('HSET', keys, fact.k, id)
end
keepRequest(id)
publish(run)
return made(limitChanged, removed)
