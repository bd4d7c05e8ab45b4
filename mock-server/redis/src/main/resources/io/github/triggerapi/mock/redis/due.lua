-- Returns the run that is due first, at or before a time, or the time at which it is due.

local upTo, wantsTime, place = ARGV[5], ARGV[6] == '1', 0
while true do
  local first = redis.call('ZRANGEBYSCORE', due, '-inf', upTo, 'WITHSCORES', 'LIMIT', place, 1)
  if not first[1] then
    return false
  end
  local run, fact = found(string.sub(first[1], 18))
  -- An entry of another program may name a run that is not due at that time.
  if run and fact.d and first[1] == fact.n .. ' ' .. run[1] and tonumber(first[2]) == tonumber(fact.d) then
    return wantsTime and first[2] or run
  end
  place = place + 1
end
