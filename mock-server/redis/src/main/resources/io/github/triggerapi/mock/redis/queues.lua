-- Returns the whole queues that are known, limits, paused queues, and the numbers of executing and of queued runs of queues.

local queued, from = {}, '-'
while true do
  local line = redis.call('ZRANGEBYLEX', lines, from, '+', 'LIMIT', 0, 1)[1]
  if not line then
    break
  end
  local queue = string.match(line, '^[^\n]*')
  from = '[' .. queue .. '\v'
  queued[#queued + 1] = queue
  queued[#queued + 1] = redis.call('ZLEXCOUNT', lines, '[' .. queue .. '\n', '(' .. queue .. '\v')
end
return {
  redis.call('SMEMBERS', entered),
  redis.call('HGETALL', limits),
  redis.call('SMEMBERS', paused),
  redis.call('HGETALL', executing),
  queued,
}
