package dev.sluice.console.traffic;

/**
 * A place where the two models' answers have differed.
 *
 * @param place its name, by which it is told apart
 * @param counts false if the user leaves it out
 * @param differing how many pairs differ there, and which part of all that is
 * @param furthest how far apart the two numbers of the pair that is shown are; empty if they are none, or whole
 * @param requestId of the pair that is shown
 * @param live what the live deployment said in that pair
 * @param shadow what the shadow said
 */
record AgreementRow(
        String place,
        boolean counts,
        String differing,
        String furthest,
        String requestId,
        String live,
        String shadow) {}
