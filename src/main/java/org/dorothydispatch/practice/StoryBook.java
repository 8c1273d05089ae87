package org.dorothydispatch.practice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The stories there are, read and checked when the console starts: one that could not be played stops it. */
@Component
class StoryBook {

    static final List<String> FILES = List.of("dorothy", "nights", "gate", "kitchen");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private final Map<String, Story> stories = new LinkedHashMap<>();

    StoryBook() {
        for (var file : FILES) {
            var story = read(file);
            var wrong = StoryCheck.of(story);
            if (!wrong.isEmpty()) {
                throw new IllegalStateException(
                        "The story (%s) cannot be played: %s".formatted(file, String.join(" ", wrong)));
            }
            stories.put(story.code(), story);
        }
    }

    static Story read(String file) {
        try (var text = StoryBook.class.getResourceAsStream("/practice/" + file + ".json")) {
            return JSON.readValue(Objects.requireNonNull(text, "There is no story " + file), Story.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Story parse(String text) {
        return JSON.readValue(text, Story.class);
    }

    List<Story> all() {
        return List.copyOf(stories.values());
    }

    Optional<Story> find(String code) {
        return Optional.ofNullable(stories.get(code));
    }

    Story get(String code) {
        return find(code)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no story (%s). Choose one of those under Practice.".formatted(code)));
    }
}
