@echo off
rem Starts the mock server from the jar beside this file or in target. The options are passed to the server, and
rem TRIGGER_MOCK_JAVA_OPTIONS to Java.
setlocal
set "jar="
for %%f in ("%~dp0target\trigger-api-mock-server-standalone-*.jar" "%~dp0trigger-api-mock-server-standalone-*.jar") do (
  echo %%~nf| findstr /e "sources javadoc" >nul || set "jar=%%~ff"
)
if not defined jar (
  echo No trigger-api-mock-server-standalone-*.jar in %~dp0 or %~dp0target 1>&2
  exit /b 1
)
if defined JAVA_HOME (set "java=%JAVA_HOME%\bin\java.exe") else (set "java=java")
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xmx200m %TRIGGER_MOCK_JAVA_OPTIONS% -jar "%jar%" %*
