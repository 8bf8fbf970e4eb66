package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.StateMark;
import dev.sluice.console.support.Workbench;
import dev.sluice.console.support.snippets.Call;
import dev.sluice.console.support.snippets.Language;
import dev.sluice.control.Fleet.DeploymentView;
import dev.sluice.control.Fleet.EndpointView;
import dev.sluice.domain.DeploymentName;
import dev.sluice.domain.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** How a program of the user's own calls the endpoint. For the UI thread only. */
final class ConsumeViewModel {

    private static final String SAMPLE = "sample-request.json";

    /** Who is to answer. */
    sealed interface Pin {

        String text();

        record ByTraffic() implements Pin {
            @Override
            public String text() {
                return Messages.of("consume.by-traffic");
            }
        }

        /** @param text its name, and its state while it could not answer */
        record To(DeploymentName deployment, String text) implements Pin {}
    }

    private final Workbench bench;
    private final CredentialsViewModel credentials;
    private final ReadOnlyObjectWrapper<List<Pin>> pins = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Pin> pin = new SimpleObjectProperty<>(new Pin.ByTraffic());
    private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.CURL);
    private final ReadOnlyStringWrapper snippet = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper("");
    private EndpointView endpoint;

    ConsumeViewModel(Workbench bench, CredentialsViewModel credentials, EndpointView endpoint) {
        this.bench = bench;
        this.credentials = credentials;
        this.endpoint = endpoint;
        pin.addListener((o, before, after) -> write());
        language.addListener((o, before, after) -> write());
        show(endpoint);
    }

    /** Takes in a newer picture of the same endpoint. */
    void show(EndpointView newer) {
        endpoint = newer;
        var chosen = pinned();
        pins.set(Stream.concat(
                        Stream.<Pin>of(new Pin.ByTraffic()),
                        newer.deployments().stream().map(ConsumeViewModel::to))
                .toList());
        pin.set(pins.get().stream()
                .filter(offered -> offered instanceof Pin.To to && chosen.equals(Optional.of(to.deployment())))
                .findFirst()
                .orElse(new Pin.ByTraffic()));
        write();
    }

    /** Safe to paste anywhere: the key is not in it. */
    void copy() {
        bench.clipboard().put(snippet.get());
        bench.notices().done(Messages.of("copied", language.get().title()));
    }

    /** The line that puts the real key where the snippet looks for it. */
    void copyKey() {
        credentials.withBearer(bearer -> {
            bench.clipboard().put(export(bearer));
            bench.notices().done(Messages.of("copied", Messages.of("consume.key.name")));
        });
    }

    /** That line with the key masked. */
    static String maskedExport() {
        return export(new Secret(new Secret("").toString()));
    }

    ReadOnlyObjectProperty<List<Pin>> pinsProperty() {
        return pins.getReadOnlyProperty();
    }

    ObjectProperty<Pin> pinProperty() {
        return pin;
    }

    ObjectProperty<Language> languageProperty() {
        return language;
    }

    ReadOnlyStringProperty snippetProperty() {
        return snippet.getReadOnlyProperty();
    }

    /** What it takes to run the snippet. */
    ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /** Keys and tokens are made of letters, digits and a few signs, none of which a shell minds within quotes. */
    private static String export(Secret bearer) {
        return "export " + Call.KEY_VARIABLE + "='" + bearer.reveal() + "'";
    }

    private static Pin to(DeploymentView deployment) {
        var name = deployment.spec().id().deployment();
        var text = deployment.state().isUp()
                ? name.text()
                : Messages.of(
                        "consume.not-up", name, StateMark.of(deployment.state()).text());
        return new Pin.To(name, text);
    }

    private Optional<DeploymentName> pinned() {
        return pin.get() instanceof Pin.To to ? Optional.of(to.deployment()) : Optional.empty();
    }

    private void write() {
        var call = Call.scoring(endpoint.spec().name(), endpoint.scoringUri(), pinned(), SAMPLE);
        snippet.set(language.get().write(call));
        about.set(about(language.get()));
    }

    private static String about(Language language) {
        return switch (language) {
            case CURL -> Messages.of("consume.about.curl");
            case PYTHON -> Messages.of("consume.about.python");
            case JAVA -> Messages.of("consume.about.java");
            case CSHARP -> Messages.of("consume.about.csharp");
            case CLI -> Messages.of("consume.about.cli");
        };
    }
}
