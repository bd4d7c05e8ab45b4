-- The beginning of all scripts. RedisKeys.java lists the keys in the same order.
--
-- runs          id -> number, space, JSON of the run, which no script reads
-- facts         id -> what scripts need of a run: v version, n number, s status, q queue, w the whole queue that this
--               is a copy of, t task, d due time, f whether it is finished, k idempotency key, e when that expires,
--               l its place in lines, b the call that made this version of it
-- order         ids by number
-- due           number and id by due time
-- finished      ids in the order in which they finished
-- lines         queue, task, ticket and id of each queued run, sorted as strings; none of one that stays queued, whose s is
--               STAYS_QUEUED
-- executing     queue -> the number of its executing runs
-- limits        whole queue -> its limit
-- keys          idempotency key -> id
-- requests      request key -> id
-- requestTimes  request keys by their time of expiry
-- counters      the last number, the last ticket, and the call that replaced all content
-- paused        the whole queues that are paused
-- entered       the whole queues that runs entered
-- batches       id -> when the key of the batch expires, line break, key, line break, JSON of the batch, which no script reads
-- batchOrder    ids of batches in the order of their creation
-- batchKeys     key of a batch -> id
--
-- The first arguments of each script are the name of the calling store, the name of the call, whether the call is repeated,
-- and the ids of runs that the store could not read, which scripts skip. A connection may be closed after a script was
-- executed and before the store got the response: a repeated call then finds its own name or run, and changes nothing.
--
-- Times are microseconds since the epoch, which a score represents exactly. Queues, tasks and keys are JSON in ASCII without
-- line breaks. A message on the channel has the name of the store that made a change, and the changed run.

local runs, facts, order, due, finished, lines, executing, limits, keys, requests, requestTimes, counters, paused, entered,
    batches, batchOrder, batchKeys, channel =
    unpack(KEYS)
local store, call, again = ARGV[1], ARGV[2], ARGV[3] == '1'
local unreadable = {}
for _, id in ipairs(cjson.decode(ARGV[4])) do
  unreadable[id] = true
end

local function count(counter)
  return string.format('%016d', redis.call('HINCRBY', counters, counter, 1))
end

-- Returns whether facts have the form that the store writes and scripts need.
local function areReadable(fact)
  if type(fact) ~= 'table' then
    return false
  end
  for _, name in ipairs({'v', 'n', 's', 'q', 'w', 't'}) do
    if type(fact[name]) ~= 'string' then
      return false
    end
  end
  for _, name in ipairs({'d', 'k', 'e', 'l', 'b'}) do
    if fact[name] ~= nil and type(fact[name]) ~= 'string' then
      return false
    end
  end
  return tonumber(fact.n) and (not fact.d or tonumber(fact.d)) and (not fact.e or tonumber(fact.e))
end

-- Returns the facts of a run, or false if there are none or they are unreadable.
local function factsOf(id)
  local json = redis.call('HGET', facts, id)
  local decoded, fact = pcall(cjson.decode, json)
  return decoded and areReadable(fact) and fact
end

-- The valid sequences of bytes above 127 in UTF-8.
local sequences = {
  '[\194-\223][\128-\191]',
  '\224[\160-\191][\128-\191]',
  '[\225-\236\238\239][\128-\191][\128-\191]',
  '\237[\128-\159][\128-\191]',
  '\240[\144-\191][\128-\191][\128-\191]',
  '[\241-\243][\128-\191][\128-\191][\128-\191]',
  '\244[\128-\143][\128-\191][\128-\191]',
}

-- Returns whether an id is UTF-8. The store could not tell scripts to skip any other id.
local function isText(id)
  for i = 1, string.find(id, '[\128-\255]') and #sequences or 0 do
    id = string.gsub(id, sequences[i], '?')
  end
  return not string.find(id, '[\128-\255]')
end

-- Returns id, run and version, and the facts, or false if the run does not exist or is unreadable.
local function found(id)
  local run, fact = redis.call('HGET', runs, id), factsOf(id)
  if run and fact and isText(id) and not unreadable[id] then
    return {id, run, fact.v}, fact
  end
  return false
end

local function hasRoom(queue, whole)
  if redis.call('SISMEMBER', paused, whole) == 1 then
    return false
  end
  local limit = tonumber(redis.call('HGET', limits, whole))
  return not limit or (tonumber(redis.call('HGET', executing, queue)) or 0) < limit
end

-- Adds a run. One that was queued or finished before keeps its line or its rank among the finished runs, if these are given.
local function put(id, fact, json, line, rank)
  if fact.s == 'QUEUED' then
    fact.l = line or table.concat({fact.q, fact.t, count('ticket'), id}, '\n')
    redis.call('ZADD', lines, 0, fact.l)
  elseif fact.s == 'EXECUTING' then
    redis.call('HINCRBY', executing, fact.q, 1)
  end
  if fact.d then
    redis.call('ZADD', due, fact.d, fact.n .. ' ' .. id)
  end
  if fact.f then
    redis.call('ZADD', finished, rank or tonumber(count('ticket')), id)
  end
  redis.call('ZADD', order, tonumber(fact.n), id)
  redis.call('HSET', facts, id, cjson.encode(fact))
  local run = fact.n .. ' ' .. json
  redis.call('HSET', runs, id, run)
  return run
end

local function remove(id, fact)
  if fact.l then
    redis.call('ZREM', lines, fact.l)
  end
  if fact.s == 'EXECUTING' and redis.call('HINCRBY', executing, fact.q, -1) <= 0 then
    redis.call('HDEL', executing, fact.q)
  end
  if fact.d then
    redis.call('ZREM', due, fact.n .. ' ' .. id)
  end
  redis.call('ZREM', finished, id)
end

local function keyOfBatch(text)
  return string.match(text, '^[^\n]*\n([^\n]*)\n') or ''
end

-- Removes the key of a batch, unless another one has it by now.
local function removeKeyOfBatch(id, text)
  local key = keyOfBatch(text)
  if redis.call('HGET', batchKeys, key) == id then
    redis.call('HDEL', batchKeys, key)
  end
end

local function putBatch(id, text)
  local before = redis.call('HGET', batches, id)
  if before then
    removeKeyOfBatch(id, before)
  else
    redis.call('ZADD', batchOrder, tonumber(count('ticket')), id)
  end
  redis.call('HSET', batches, id, text)
  local key = keyOfBatch(text)
  if key ~= '' then
    redis.call('HSET', batchKeys, key, id)
  end
end

local function publish(run)
  redis.call('PUBLISH', channel, store .. ' ' .. run)
end
