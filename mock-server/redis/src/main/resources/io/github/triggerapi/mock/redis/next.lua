-- Gives the run of a queue that entered it first, of some tasks, or nothing. In lines a task comes after a queue, so that
-- one look for each task is enough.

local queue, whole, allBut = ARGV[5], ARGV[6], ARGV[7] == '1'
local named = {}
for i = 8, #ARGV do
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
    return first
  end
  local task, itsTicket, id = string.match(string.sub(line, #queue + 2), '^([^\n]*)\n([^\n]*)\n(.*)$')
  local run, fact = found(id or '')
  -- A line that another program wrote may name a run that does not wait.
  run = run and fact.l == line and run
  if run and (named[task] or false) ~= allBut and (not ticket or itsTicket < ticket) then
    first, ticket = run, itsTicket
  end
  from = run and '[' .. queue .. '\n' .. task .. '\v' or '(' .. line
end
