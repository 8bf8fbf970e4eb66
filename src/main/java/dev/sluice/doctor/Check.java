package dev.sluice.doctor;

import java.util.List;

/** Looks at one part of the computer. It never fails: what cannot be looked at is a finding too. */
interface Check {

    List<Finding> look();
}
