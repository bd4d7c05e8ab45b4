-- Gives whether the run was still that of the version, and had room where it is to execute.

local id, version, json = ARGV[2], ARGV[3], ARGV[5]
local fact = cjson.decode(ARGV[4])

local before = factsOf(id)
if not before or before.v ~= version then
  return 0
end
if fact.s == 'EXECUTING' and before.s ~= 'EXECUTING' and not hasRoom(fact.q, fact.w) then
  return 0
end
remove(id, before)
fact.n = before.n
tell(put(id, fact, json))
return 1
