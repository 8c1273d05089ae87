package org.dorothydispatch.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.dorothydispatch.office.OfficeService;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Offices")
class OfficesController {

    private final OfficeService offices;

    OfficesController(OfficeService offices) {
        this.offices = offices;
    }

    /** @param today the day it is there */
    record OfficeAnswer(String code, String name, String timeZone, LocalDate today) {}

    @GetMapping("/api/v1/offices")
    @Operation(summary = "The offices you work for")
    List<OfficeAnswer> offices() {
        return offices.list().stream()
                .map(office -> new OfficeAnswer(
                        office.code(), office.name(), office.timeZone().getId(), offices.today(office.code())))
                .toList();
    }
}
