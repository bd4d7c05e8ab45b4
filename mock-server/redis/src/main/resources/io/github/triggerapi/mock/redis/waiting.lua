-- Returns the queues with queued runs that do not stay queued.

local queues, from = {}, '-'
while true do
  local line = redis.call('ZRANGEBYLEX', lines, from, '+', 'LIMIT', 0, 1)[1]
  if not line then
    return queues
  end
  local queue = string.match(line, '^[^\n]*')
  queues[#queues + 1] = queue
  from = '[' .. queue .. '\v'
end
