package dev.sluice.console.invoke;

import dev.sluice.console.support.Command;
import dev.sluice.console.support.DeploymentColor;
import dev.sluice.console.support.KeyHint;
import dev.sluice.console.support.Messages;
import dev.sluice.console.support.Needs;
import dev.sluice.console.support.Page;
import dev.sluice.console.support.PageEntry;
import dev.sluice.console.support.Selection;
import dev.sluice.console.support.Views;
import dev.sluice.console.support.Workbench;
import dev.sluice.control.Fleet;
import dev.sluice.domain.DeploymentId;
import dev.sluice.domain.DeploymentName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.scene.Parent;

/** Test requests to an endpoint, by its traffic rules or to one of its deployments. For the UI thread only. */
public final class InvokePage implements Page {

    private final Workbench bench;
    private final InvokeViewModel model;
    private final InvokeView view;
    private final Parent node;

    /** Keeps what was asked and answered as long as the window is open. */
    public InvokePage(Workbench bench) {
        this(bench, Runnable::run, RequestBook.forNow(bench.ui(), bench.notices()));
    }

    private InvokePage(Workbench bench, Executor background, RequestBook book) {
        this(bench, new InvokeTools(book, background, Delay.BY_TIMER, System::nanoTime));
    }

    InvokePage(Workbench bench, InvokeTools tools) {
        this.bench = bench;
        model = new InvokeViewModel(bench, tools);
        view = view();
        node = Views.load("invoke", view);
    }

    /** The page with its tab, which forgets what was asked when the window is closed. */
    public static PageEntry entry(Workbench bench) {
        return new PageEntry("invoke", "invoke.tab", () -> new InvokePage(bench));
    }

    /**
     * The page with its tab.
     *
     * @param background where files are read and long texts are looked at; closed by whoever made it
     */
    public static PageEntry entry(Workbench bench, Executor background, RequestBook book) {
        return new PageEntry("invoke", "invoke.tab", () -> new InvokePage(bench, background, book));
    }

    @Override
    public Parent node() {
        return node;
    }

    @Override
    public void open(Selection selection, Fleet fleet) {
        selection.scope().ifPresent(name -> model.open(name, pinned(selection), fleet));
        view.begin();
    }

    @Override
    public void show(Fleet fleet) {
        model.show(fleet);
    }

    /** A run of many requests goes on while its page is not seen. */
    @Override
    public void close() {
        model.leave();
    }

    @Override
    public List<Command> commands() {
        if (model.answer().sendingProperty().get()) {
            return List.of(Command.action(Messages.of("invoke.command.give-up"), model::stopWaiting));
        }
        return model.endpoint().answerableProperty().get() && bench.reach().allows(Needs.RUNTIME)
                ? List.of(
                        Command.action(Messages.of("invoke.command.send"), "Ctrl+Enter", model::send),
                        Command.action(Messages.of("invoke.command.copy-key"), model::copyKey),
                        Command.action(Messages.of("invoke.command.copy-code"), model::copySnippet))
                : List.of();
    }

    @Override
    public List<KeyHint> keys() {
        return List.of(
                KeyHint.of("invoke.command.send", "Ctrl+Enter"),
                KeyHint.of("invoke.keys.indent", "Ctrl+]", "Ctrl+["),
                KeyHint.of("invoke.keys.again", "Enter"));
    }

    private InvokeView view() {
        var compare = Views.load("invoke-compare", new CompareView(model, this::color));
        var shadow = Views.load("invoke-shadow", new ShadowView(model));
        return new InvokeView(
                model.load().runningProperty(),
                new RequestView(model, bench.files()),
                Views.load("invoke-load", new LoadView(model, this::color)),
                Views.load("invoke-answer", new AnswerView(model, this::color, shadow, compare)),
                Views.load(
                        "invoke-history", new HistoryView(model, bench.clock().getZone(), this::color)));
    }

    private static Optional<DeploymentName> pinned(Selection selection) {
        return selection instanceof Selection.OfDeployment chosen
                ? Optional.of(chosen.deployment().deployment())
                : Optional.empty();
    }

    /** Of a deployment of the endpoint that is open. */
    private DeploymentColor color(String deployment) {
        var endpoint = model.endpoint().nameProperty().get().orElseThrow();
        return bench.colors().of(new DeploymentId(endpoint, new DeploymentName(deployment)));
    }
}
