-- Gives {'found', run}, {'made', run, whether the limit changed, whether a run was forgotten, whether the queue has no
-- limit}, {'full'} or {'taken'}.

local id, json, now, maxRuns, requestKey, requestExpires, setsLimit, limit =
    ARGV[2], ARGV[4], tonumber(ARGV[5]), tonumber(ARGV[6]), ARGV[7], ARGV[8], ARGV[9], ARGV[10]
local fact = cjson.decode(ARGV[3])

local function forgetRequest(key)
  redis.call('ZREM', requestTimes, key)
  redis.call('HDEL', requests, key)
end

local function remember(run)
  if requestKey ~= '' then
    redis.call('ZADD', requestTimes, requestExpires, requestKey)
    redis.call('HSET', requests, requestKey, run)
    if redis.call('ZCARD', requestTimes) > maxRuns then
      forgetRequest(redis.call('ZRANGE', requestTimes, 0, 0)[1])
    end
  end
end

for _, key in ipairs(redis.call('ZRANGEBYSCORE', requestTimes, '-inf', now)) do
  forgetRequest(key)
end
local tried = redis.call('HGET', requests, requestKey)
local same = tried and redis.call('HGET', runs, tried)
if same then
  return {'found', same}
end

local holder = fact.k and redis.call('HGET', keys, fact.k)
local held = holder and factsOf(holder)
if held and (not held.e or tonumber(held.e) > now) then
  remember(holder)
  return {'found', redis.call('HGET', runs, holder)}
end

if redis.call('HEXISTS', runs, id) == 1 then
  return {'taken'}
end
local forgotten = 0
if redis.call('HLEN', runs) >= maxRuns then
  local oldest = redis.call('ZRANGE', finished, 0, 0)[1]
  if not oldest then
    return {'full'}
  end
  local old = factsOf(oldest)
  remove(oldest, old)
  redis.call('ZREM', order, oldest)
  redis.call('HDEL', facts, oldest)
  redis.call('HDEL', runs, oldest)
  if old.k and redis.call('HGET', keys, old.k) == oldest then
    redis.call('HDEL', keys, old.k)
  end
  forgotten = 1
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
fact.n = count('number')
local run = put(id, fact, json)
if fact.k then
  redis.call('HSET', keys, fact.k, id)
end
remember(id)
tell(run)
return {'made', run, limitChanged, forgotten, 1 - redis.call('HEXISTS', limits, fact.w)}
