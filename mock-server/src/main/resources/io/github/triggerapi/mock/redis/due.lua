-- Gives what falls due first, if that is not after a time: the run, or when it falls due.

local upTo, wantsTime, place = ARGV[5], ARGV[6] == '1', 0
while true do
  local first = redis.call('ZRANGEBYSCORE', due, '-inf', upTo, 'WITHSCORES', 'LIMIT', place, 1)
  local run = first[1] and found(string.sub(first[1], 18))
  if run or not first[1] then
    return run and (wantsTime and first[2] or run)
  end
  place = place + 1
end
