package dev.sluice.console.live;

import dev.sluice.console.live.LiveFrame.Source;
import dev.sluice.console.live.LiveFrame.Subject;
import dev.sluice.console.support.Messages;

/** What a deployment is called in one of its roles. */
final class SubjectText {

    private SubjectText() {}

    static String of(Subject subject) {
        return subject.source() == Source.SHADOW
                ? Messages.of("live.legend.shadow", subject.deployment())
                : subject.deployment().text();
    }
}
