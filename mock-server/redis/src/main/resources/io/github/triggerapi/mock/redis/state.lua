-- Returns all content: ids and runs by number, limits, request keys with their times of expiry and their runs, 
-- paused queues, and batches.

local all = {}
for _, id in ipairs(redis.call('ZRANGE', order, 0, -1)) do
  local run = redis.call('HGET', runs, id)
  if run then
    all[#all + 1] = {id, run}
  end
end
local times = redis.call('ZRANGE', requestTimes, 0, -1, 'WITHSCORES')
local kept = {}
for i = 1, #times, 2 do
  local run = redis.call('HGET', requests, times[i])
  if run then
    kept[#kept + 1] = times[i]
    kept[#kept + 1] = times[i + 1]
    kept[#kept + 1] = run
  end
end
local allBatches = {}
for _, id in ipairs(redis.call('ZRANGE', batchOrder, 0, -1)) do
  allBatches[#allBatches + 1] = redis.call('HGET', batches, id) or ''
end
return {all, redis.call('HGETALL', limits), kept, redis.call('SMEMBERS', paused), allBatches}
