GREETING = "hello from a package beside the script"
