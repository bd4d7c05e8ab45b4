-- Pauses a whole queue or ends that. Other stores are told that any queue may have changed.

local whole, isPaused = ARGV[5], ARGV[6] == '1'
redis.call(isPaused and 'SADD' or 'SREM', paused, whole)
publish('paused')
