package org.dorothydispatch.importing;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import org.dorothydispatch.schedule.OutboxReader;
import org.dorothydispatch.security.CurrentUser;
import org.junit.jupiter.api.Test;

class ImportServiceTest {

    @Test
    void whoeverListensIsWokenWhenABundleIsStored() {
        var imports = mock(BundleImport.class);
        var outbox = mock(OutboxReader.class);
        var current = mock(CurrentUser.class);
        when(current.username()).thenReturn("alma");
        when(current.name()).thenReturn("Alma");
        when(imports.store(any(), any(), any()))
                .thenReturn(
                        new ImportResult(true, new ImportPreview(List.of(), List.of(), List.of(), 0, List.of(), 0), 0));
        var service = new ImportService(imports, mock(BundleExport.class), current, outbox);

        service.store(Path.of("bundle"), (phase, done, total) -> {}).join();
        service.stop();

        var order = inOrder(imports, outbox);
        order.verify(imports).store(any(), any(), any());
        order.verify(outbox).nudge();
    }
}
