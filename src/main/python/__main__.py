"""`python3 <this folder>` serves one scoring script. All there is to it is in `sluice_scoring`, beside this file."""

from sluice_scoring.main import main

if __name__ == "__main__":
    main()
