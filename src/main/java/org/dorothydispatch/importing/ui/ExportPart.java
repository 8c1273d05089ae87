package org.dorothydispatch.importing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.streams.DownloadHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.dorothydispatch.importing.ImportService;
import org.dorothydispatch.importing.UploadedBundle;
import org.dorothydispatch.office.OfficeRow;
import org.dorothydispatch.office.OfficeService;
import org.dorothydispatch.security.NotAllowed;
import org.jspecify.annotations.Nullable;

/** Choose offices, take their files away as one zip. */
class ExportPart extends Composite<Section> {

    private final ImportService service;
    private final OfficeService offices;
    private final Clock clock;
    private final Div choice = new Div();
    private final Div result = new Div();
    private @Nullable UploadedBundle file;
    private boolean working;

    ExportPart(ImportService service, OfficeService offices, Clock clock) {
        this.service = service;
        this.offices = offices;
        this.clock = clock;
        choice.addClassName("import-step");
        result.addClassName("import-step");
        getContent().addClassName("import-section");
        getContent().add(new H2("Export"), choice, result);
        refresh();
    }

    /** Shows the offices there are now. */
    void refresh() {
        choice.removeAll();
        var mine = offices.list();
        if (mine.isEmpty()) {
            choice.add(new Paragraph("There is no office yet. Import a bundle first."));
            return;
        }
        var chosen = new CheckboxGroup<OfficeRow>("Offices");
        chosen.setItems(mine);
        chosen.setItemLabelGenerator(OfficeRow::name);
        chosen.setValue(Set.copyOf(mine));
        var export = new Button("Export as zip", click -> export(chosen.getValue()));
        chosen.addValueChangeListener(
                change -> export.setEnabled(!change.getValue().isEmpty()));
        choice.add(
                new Paragraph("Take away what is stored: the same files that can be imported again."
                        + " They hold names, addresses and what customers said, so keep them safe."),
                chosen,
                export);
    }

    private void export(Set<OfficeRow> chosen) {
        if (working) {
            return;
        }
        letGo();
        var ui = UI.getCurrent();
        var progress = new ProgressPart(ui, "Waiting to write");
        show(progress);
        try {
            var target = UploadedBundle.named(name(chosen));
            file = target;
            working = true;
            var codes = chosen.stream().map(OfficeRow::code).collect(Collectors.toSet());
            service.export(target.file(), codes, progress)
                    .whenComplete((rows, trouble) -> ui.access(() -> {
                        working = false;
                        if (!isAttached()) {
                            letGo();
                        } else if (trouble == null) {
                            written(target, rows);
                        } else {
                            failed(ImportPart.sentence(trouble));
                        }
                    }));
        } catch (NotAllowed e) {
            working = false;
            failed(e.getMessage());
        } catch (IOException e) {
            failed("There is no room to write the file. Tell your administrator.");
        }
    }

    private String name(Set<OfficeRow> chosen) {
        var what = chosen.size() == 1
                ? chosen.iterator().next().name().toLowerCase(Locale.ROOT)
                : "%d offices".formatted(chosen.size());
        return "%s %s.zip".formatted(what, LocalDate.now(clock)).replace(' ', '-');
    }

    private void written(UploadedBundle target, long rows) {
        var link = new Anchor(
                DownloadHandler.forFile(target.file().toFile()),
                AttachmentType.DOWNLOAD,
                "Download %s (%s)".formatted(target.name(), size(target)));
        var words = new Paragraph("%,d rows are ready.".formatted(rows));
        words.getElement().setAttribute("role", "status");
        show(words, link);
    }

    private static String size(UploadedBundle target) {
        try {
            var bytes = Files.size(target.file());
            return bytes < 1_000_000
                    ? "%d KB".formatted(Math.max(1, bytes / 1000))
                    : "%d MB".formatted(bytes / 1_000_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void failed(String sentence) {
        var words = new Paragraph(sentence);
        words.addClassName("import-failed");
        words.getElement().setAttribute("role", "alert");
        show(words);
    }

    private void show(Component... parts) {
        result.removeAll();
        result.add(List.of(parts));
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (!working) {
            letGo();
        }
    }

    private void letGo() {
        if (file != null) {
            file.letGo();
            file = null;
        }
    }
}
