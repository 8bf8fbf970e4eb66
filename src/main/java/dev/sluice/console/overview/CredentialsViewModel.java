package dev.sluice.console.overview;

import dev.sluice.console.support.Elapsed;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.domain.AuthMode;
import dev.sluice.domain.Credentials;
import dev.sluice.domain.EndpointName;
import dev.sluice.domain.EndpointSpec;
import dev.sluice.domain.Secret;
import java.time.Duration;
import java.util.List;
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

    /** One line: what it is, the dots or the secret, and a note such as when it expires. */
    record Line(String label, String shown, String note, Function<Credentials, Secret> secret) {}

    private static final String MASK = new Secret("").toString();

    private final Workbench bench;
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper revealed = new ReadOnlyBooleanWrapper();
    private final EndpointName endpoint;

    CredentialsViewModel(Workbench bench, EndpointSpec spec) {
        this.bench = bench;
        this.endpoint = spec.name();
        lines.set(
                spec.auth() == AuthMode.KEY
                        ? List.of(
                                line("credentials.primary", MASK, "", CredentialsViewModel::primary),
                                line("credentials.secondary", MASK, "", CredentialsViewModel::secondary))
                        : List.of(line("credentials.token", MASK, "", Credentials::bearer)));
    }

    void reveal() {
        fetch(credentials -> {
            revealed.set(true);
            lines.set(credentials instanceof Credentials.Token token ? revealed(token) : revealed(credentials));
        });
    }

    void mask() {
        revealed.set(false);
        lines.set(lines.get().stream()
                .map(line -> new Line(line.label(), MASK, line.note(), line.secret()))
                .toList());
    }

    void copy(Line line) {
        fetch(credentials -> {
            bench.clipboard().put(line.secret().apply(credentials).reveal());
            bench.notices().done(Messages.of("copied", line.label()));
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

    private static List<Line> revealed(Credentials keys) {
        return List.of(
                line("credentials.primary", primary(keys).reveal(), "", CredentialsViewModel::primary),
                line("credentials.secondary", secondary(keys).reveal(), "", CredentialsViewModel::secondary));
    }

    private List<Line> revealed(Credentials.Token token) {
        var left = Duration.between(bench.clock().instant(), token.expires());
        var note = left.isNegative()
                ? Messages.of("credentials.expired")
                : Messages.of("credentials.expires", Elapsed.text(left));
        return List.of(line("credentials.token", token.accessToken().reveal(), note, Credentials::bearer));
    }

    private static Secret primary(Credentials credentials) {
        return credentials.bearer();
    }

    private static Secret secondary(Credentials credentials) {
        return credentials instanceof Credentials.Keys keys ? keys.secondary() : credentials.bearer();
    }

    private static Line line(String key, String shown, String note, Function<Credentials, Secret> secret) {
        return new Line(Messages.of(key), shown, note, secret);
    }
}
