package dev.sluice.console.overview;

import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Workbench;
import dev.sluice.console.support.snippets.Call;
import dev.sluice.console.support.snippets.Language;
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

        record ByTraffic() implements Pin {}

        record To(DeploymentName deployment) implements Pin {}
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
        pin.set(suggestedPin());
    }

    /** Takes in a newer picture of the same endpoint. */
    void show(EndpointView newer) {
        endpoint = newer;
        pins.set(Stream.concat(
                        Stream.<Pin>of(new Pin.ByTraffic()),
                        newer.deployments().stream()
                                .map(deployment ->
                                        new Pin.To(deployment.spec().id().deployment())))
                .toList());
        if (!pins.get().contains(pin.get())) {
            pin.set(new Pin.ByTraffic());
        }
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

    private void write() {
        Optional<DeploymentName> pinned =
                pin.get() instanceof Pin.To to ? Optional.of(to.deployment()) : Optional.empty();
        var call = Call.scoring(endpoint.spec().name(), endpoint.scoringUri(), pinned, SAMPLE);
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

    /** A deployment without live traffic can be reached no other way: it is the one people pin first. */
    private Pin suggestedPin() {
        return endpoint.deployments().stream()
                .map(deployment -> deployment.spec().id().deployment())
                .filter(name -> !endpoint.routing().isLive(name))
                .findFirst()
                .<Pin>map(Pin.To::new)
                .orElse(new Pin.ByTraffic());
    }
}
