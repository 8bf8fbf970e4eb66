package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import dev.sluice.domain.Problem;

/** What kind of failure kept a deployment from coming up, in a few words. */
final class FailureKind {

    private FailureKind() {}

    /** Empty where the problem's own words are all there is to say. */
    static String words(Problem.Code code) {
        return switch (code) {
            case USER_SCRIPT_NOT_FOUND -> Messages.of("failure.kind.script-missing");
            case USER_SCRIPT_SYNTAX_ERROR -> Messages.of("failure.kind.syntax");
            case USER_SCRIPT_FUNCTION_NOT_FOUND -> Messages.of("failure.kind.function");
            case USER_SCRIPT_IMPORT_ERROR -> Messages.of("failure.kind.import");
            case USER_SCRIPT_INIT_FAILED -> Messages.of("failure.kind.init");
            case USER_SCRIPT_INIT_TIMEOUT -> Messages.of("failure.kind.init-timeout");
            case OUT_OF_MEMORY -> Messages.of("failure.kind.memory");
            case OUT_OF_QUOTA -> Messages.of("failure.kind.quota");
            case INSTANCE_EXITED -> Messages.of("failure.kind.exit");
            case IMAGE_BUILD_FAILURE -> Messages.of("failure.kind.environment");
            case IMAGE_NOT_FOUND -> Messages.of("failure.kind.image");
            case PORT_NEVER_OPENED -> Messages.of("failure.kind.port");
            case RESOURCE_NOT_READY -> Messages.of("failure.kind.not-ready");
            default -> "";
        };
    }
}
