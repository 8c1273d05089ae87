package org.dorothydispatch.headless;

import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import org.dorothydispatch.rules.Flag;
import org.dorothydispatch.rules.VisitFacts;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One object: {@code flags}, with the fields of the CSV form, and {@code offices}, the counts of each. */
final class JsonPrinter implements FlagPrinter {

    private final JsonGenerator json;

    JsonPrinter(OutputStream out) {
        this.json = JsonFactory.builder().build().createGenerator(ObjectWriteContext.empty(), out);
    }

    @Override
    public void begin() {
        json.writeStartObject();
        json.writeArrayPropertyStart("flags");
    }

    @Override
    public void visit(VisitFacts visit, List<Flag> flags) {
        for (var flag : flags) {
            json.writeStartObject();
            json.writeStringProperty("visit", flag.visit());
            json.writeStringProperty("date", flag.date().toString());
            json.writeStringProperty("technician", flag.technician());
            json.writeStringProperty("side", flag.side().word());
            json.writeStringProperty("kind", flag.kind());
            json.writeStringProperty("code", flag.code());
            json.writeStringProperty("outcome", flag.outcome().name());
            json.writeStringProperty("level", flag.level().word());
            json.writeStringProperty("message", flag.message());
            json.writeEndObject();
        }
    }

    @Override
    public void end(Collection<OfficeCount> offices) {
        json.writeEndArray();
        json.writeArrayPropertyStart("offices");
        for (var office : offices) {
            json.writeStartObject();
            json.writeStringProperty("code", office.office.code());
            json.writeStringProperty("name", office.office.name());
            json.writeNumberProperty("visits", office.visits);
            json.writeNumberProperty("visitsWithBroken", office.visitsWithBroken);
            json.writeNumberProperty("promises", office.promises);
            json.writeNumberProperty("otherPreferences", office.otherPreferences);
            json.writeNumberProperty("protocols", office.protocols);
            json.writeNumberProperty("impossible", office.impossible);
            json.writeNumberProperty("consented", office.consented);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeRaw('\n');
        json.flush();
    }
}
