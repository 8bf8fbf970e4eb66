package dev.sluice.console.overview;

import dev.sluice.console.support.ChangeNote;
import dev.sluice.console.support.Dialogs.Question;
import dev.sluice.console.support.Elapsed;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.RolloutControl.Outcome;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.KeyType;
import dev.sluice.domain.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * An endpoint's keys or token: masked until asked for. Secrets are fetched when they are needed and never kept while
 * masked; the page forgets this view-model, and what it shows, when it is left. For the UI thread only.
 */
final class CredentialsViewModel {

    /** One line: what it is, the dots or the secret, a note such as when it expires, and which key can be made anew. */
    record Line(
            String label, String shown, String note, Optional<KeyType> renewed, Function<Credentials, Secret> secret) {}

    private static final String MASK = new Secret("").toString();

    private final Workbench bench;
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper revealed = new ReadOnlyBooleanWrapper();
    private final EndpointName endpoint;
    private final ChangeNote onRenewal;
    private AuthMode mode;

    CredentialsViewModel(Workbench bench, EndpointSpec spec) {
        this.bench = bench;
        this.endpoint = spec.name();
        this.onRenewal = new ChangeNote(bench.ui());
        this.mode = spec.auth();
        lines.set(masked());
    }

    /** The endpoint may have another way of authentication by now: what was shown is of no use then. */
    void show(EndpointSpec spec) {
        if (spec.auth() != mode) {
            mode = spec.auth();
            revealed.set(false);
            lines.set(masked());
        }
    }

    void reveal() {
        fetch(credentials -> {
            revealed.set(true);
            lines.set(credentials instanceof Credentials.Token token ? lines(token) : lines(credentials));
        });
    }

    void mask() {
        revealed.set(false);
        lines.set(masked());
    }

    void copy(Line line) {
        fetch(credentials -> {
            bench.clipboard().put(line.secret().apply(credentials).reveal());
            bench.notices().done(Messages.of("copied", line.label()));
        });
    }

    /** Makes one key anew, after saying whom that cuts off: there is no way back to the old one. */
    void regenerate(KeyType type) {
        var key = Messages.of(type == KeyType.PRIMARY ? "credentials.primary.name" : "credentials.secondary.name");
        var other = Messages.of(type == KeyType.PRIMARY ? "credentials.secondary.name" : "credentials.primary.name");
        var question = new Question(
                Messages.of("regenerate.title", key, endpoint),
                Messages.of("regenerate.consequence", key, other),
                Messages.of("regenerate.verb", key));
        bench.confirm(question, onRenewal).thenAccept(yes -> {
            if (yes) {
                renew(type, key);
            }
        });
    }

    /** Hands over the secret that a caller shows now. */
    void withBearer(Consumer<Secret> use) {
        fetch(credentials -> use.accept(credentials.bearer()));
    }

    ReadOnlyObjectProperty<List<Line>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty revealedProperty() {
        return revealed.getReadOnlyProperty();
    }

    private void renew(KeyType type, String key) {
        var command = onRenewal.with(why -> bench.control().noting(why).regenerateKey(endpoint, type));
        bench.notices()
                .follow(
                        command,
                        Messages.of("regenerate.done", key, endpoint),
                        Messages.of("regenerate.refused", key, endpoint));
        command.thenAcceptAsync(
                outcome -> {
                    if (outcome instanceof Outcome.Applied && revealed.get()) {
                        reveal();
                    }
                },
                bench.ui());
    }

    private void fetch(Consumer<Credentials> use) {
        bench.control()
                .credentials(endpoint)
                .whenCompleteAsync(
                        (credentials, failure) -> {
                            if (failure != null) {
                                bench.notices().failed(Messages.of("credentials.failed"), failure);
                            } else {
                                use.accept(credentials);
                            }
                        },
                        bench.ui());
    }

    private List<Line> masked() {
        return mode == AuthMode.KEY
                ? List.of(primary(MASK), secondary(MASK))
                : List.of(token(MASK, Messages.of("credentials.token.about")));
    }

    private static List<Line> lines(Credentials keys) {
        return List.of(
                primary(keys.bearer().reveal()), secondary(secondaryOf(keys).reveal()));
    }

    /** Both moments as a time of the day and as a span: one is for a log, the other for the person. */
    private List<Line> lines(Credentials.Token token) {
        var now = bench.clock().instant();
        var zone = bench.clock().getZone();
        var note = token.expires().isBefore(now)
                ? Messages.of("credentials.expired")
                : Messages.of(
                        "credentials.expires",
                        Elapsed.text(Duration.between(now, token.expires())),
                        Described.time(token.expires().atZone(zone)),
                        Described.time(token.refreshAfter().atZone(zone)));
        return List.of(token(token.accessToken().reveal(), note));
    }

    private static Line primary(String shown) {
        return new Line(
                Messages.of("credentials.primary"), shown, "", Optional.of(KeyType.PRIMARY), Credentials::bearer);
    }

    private static Line secondary(String shown) {
        return new Line(
                Messages.of("credentials.secondary"),
                shown,
                "",
                Optional.of(KeyType.SECONDARY),
                CredentialsViewModel::secondaryOf);
    }

    private static Line token(String shown, String note) {
        return new Line(Messages.of("credentials.token"), shown, note, Optional.empty(), Credentials::bearer);
    }

    private static Secret secondaryOf(Credentials credentials) {
        return credentials instanceof Credentials.Keys keys ? keys.secondary() : credentials.bearer();
    }
}
