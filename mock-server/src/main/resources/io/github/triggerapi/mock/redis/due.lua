-- Gives the run that falls due first, if that is not after a time.

local first = redis.call('ZRANGEBYSCORE', due, '-inf', ARGV[2], 'LIMIT', 0, 1)[1]
return first and redis.call('HGET', runs, string.sub(first, 18))
