package dev.sluice.app;

import dev.sluice.console.shell.Tie;
import dev.sluice.control.RolloutControl;
import dev.sluice.control.http.RemoteControl;
import dev.sluice.domain.Actor.Face;
import dev.sluice.domain.ImageSubstitutions;
import dev.sluice.engine.SubstitutionFile;
import dev.sluice.home.Home;
import dev.sluice.home.RuntimeNote;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/**
 * What a window stands on: the runtime of its own process, or another's. Either is on this computer and belongs to the same
 * user, so that the files of the state folder are at hand.
 *
 * @param control for what the user does by hand
 * @param sample for what the sample does; to another process that is the user too, with a reason in the journal
 * @param http sends the sample's requests
 */
record Footing(
        RolloutControl control,
        RolloutControl sample,
        Clock clock,
        Path folder,
        Optional<String> whyNoDocker,
        SubstitutionFile substitutions,
        HttpClient http,
        Tie tie) {

    static Footing own(RuntimeHost runtime, Tie tie) {
        return new Footing(
                runtime.control().by(Actors.of(Face.CONSOLE)).besideWhatRuns(),
                runtime.control().by(Actors.of(Face.DEMO)).besideWhatRuns(),
                runtime.clock(),
                runtime.folder(),
                runtime.whyNoDocker(),
                runtime.substitutions(),
                runtime.http(),
                tie);
    }

    static Footing of(RuntimeNote note, RemoteControl control, Path folder, Clock clock, Tie tie) {
        var given = new ImageSubstitutions(
                note.substitutions().stream().map(SubstitutionFile::parse).toList());
        var user = control.by(Actors.of(Face.CONSOLE)).besideWhatRuns();
        return new Footing(
                user,
                user.because("the sample rollout"),
                clock,
                folder,
                note.whyNoDocker(),
                new SubstitutionFile(Home.imageSubstitutions(folder), given),
                PlainHttp.client(),
                tie);
    }
}
