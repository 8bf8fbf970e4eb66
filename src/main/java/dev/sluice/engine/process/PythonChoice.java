package dev.sluice.engine.process;

/** Which Python runs a deployment whose environment has a conda file. */
public enum PythonChoice {

    /**
     * A virtual environment with the packages of the conda file if this computer's Python has not all of them as asked and
     * pip can install them; else this computer's Python.
     */
    AUTO,

    /** This computer's Python with the packages that it has. */
    HOST,

    /** A virtual environment; a deployment whose packages cannot be installed fails. */
    VENV
}
