-- Returns the run that entered a queue first, among those of some tasks, or nothing. Entries of lines begin with queue and
-- task, so that one look-up for each task is sufficient.

local queue, whole, allBut = ARGV[5], ARGV[6], ARGV[7] == '1'
local named = {}
for i = 8, #ARGV do
  named[ARGV[i]] = true
end
if not hasRoom(queue, whole) then
  return false
end

-- The vertical tab is the character after the line break.
local from, to = '[' .. queue .. '\n', '(' .. queue .. '\v'
local first, ticket
while true do
  local line = redis.call('ZRANGEBYLEX', lines, from, to, 'LIMIT', 0, 1)[1]
  if not line then
    return first
  end
  local task, itsTicket, id = string.match(string.sub(line, #queue + 2), '^([^\n]*)\n([^\n]*)\n(.*)$')
  local run, fact = found(id or '')
  -- An entry of another program may name a run that is not queued.
  run = run and fact.l == line and run
  if run and (named[task] or false) ~= allBut and (not ticket or itsTicket < ticket) then
    first, ticket = run, itsTicket
  end
  from = run and '[' .. queue .. '\n' .. task .. '\v' or '(' .. line
end
