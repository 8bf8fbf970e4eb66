package dev.sluice.demo;

/** Who tells the onlooker what goes on: the terminal, the window, or both. Called on the demo's thread. */
public interface Teller {

    /** A step of the rollout begins. */
    void step(int number, int of, Scene scene, String title);

    /** Something that was seen or measured; the step's check that held. */
    void fact(String text);

    /** The end, well or not. */
    void end(boolean held, String text);

    /** Which page of the console shows best what goes on. */
    enum Scene {
        OVERVIEW,
        TRAFFIC,
        LIVE,
        INVOKE,
        LOGS
    }
}
