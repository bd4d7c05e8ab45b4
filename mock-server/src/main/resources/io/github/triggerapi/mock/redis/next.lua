-- Gives the run of a queue that entered it first, of some tasks, or nothing. In lines a task comes after a queue, so that
-- one look for each task is enough.

local queue, whole, allBut = ARGV[2], ARGV[3], ARGV[4] == '1'
local named = {}
for i = 5, #ARGV do
  named[ARGV[i]] = true
end
if not hasRoom(queue, whole) then
  return false
end

-- A vertical tab is what follows a line break.
local from, to = '[' .. queue .. '\n', '(' .. queue .. '\v'
local first, ticket
while true do
  local line = redis.call('ZRANGEBYLEX', lines, from, to, 'LIMIT', 0, 1)[1]
  if not line then
    return first and redis.call('HGET', runs, first)
  end
  local task, itsTicket, id = string.match(string.sub(line, #queue + 2), '^([^\n]*)\n([^\n]*)\n(.*)$')
  if (named[task] or false) ~= allBut and (not ticket or itsTicket < ticket) then
    first, ticket = id, itsTicket
  end
  from = '[' .. queue .. '\n' .. task .. '\v'
end
