@echo off
rem Cutover.exe is a program with a window: a console does not wait for such a program, a script does.
"%~dp0..\Cutover.exe" %*
exit /b %errorlevel%
