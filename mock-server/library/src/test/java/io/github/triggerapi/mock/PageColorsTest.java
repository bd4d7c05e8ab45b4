package io.github.triggerapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contrast of the colors of the page, which has to be that of WCAG 2 at level AA. */
@Tag("independent")
class PageColorsTest {
    private static final Path STYLES = Path.of("src/main/resources/io/github/triggerapi/mock/internal/page/page.css");
    private static final Pattern SCHEME = Pattern.compile(":root \\{(.*?)}", Pattern.DOTALL);
    private static final Pattern COLOR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6}|[0-9a-f]{3});");
    private static final double LEAST = 4.5;

    @Test
    void textsCanBeReadInBothColorSchemes() throws IOException {
        List<MatchResult> schemes =
                SCHEME.matcher(Files.readString(STYLES)).results().toList();
        assertThat(schemes).hasSize(2);
        for (MatchResult scheme : schemes) {
            assertThat(pale(scheme.group(1))).isEmpty();
        }
    }

    @Test
    void aPaleColorIsFound() {
        assertThat(pale("--back: #fff; --ground: #fff; --raised: #eee; --text: #000; --quiet: #777;"))
                .containsExactly("quiet on back", "quiet on ground", "quiet on raised");
    }

    /** Returns the texts of a color scheme that have too little contrast to what is behind them. */
    private static List<String> pale(String scheme) {
        Map<String, String> colors = COLOR.matcher(scheme)
                .results()
                .collect(Collectors.toMap(color -> color.group(1), color -> color.group(2)));
        List<String> found = new ArrayList<>();
        for (String text : List.of("text", "quiet", "accent", "bad", "good", "wait", "warn", "on-accent")) {
            List<String> backs =
                    text.equals("on-accent") ? List.of("accent") : List.of("back", "ground", "raised", text + "-back");
            for (String back : backs) {
                if (colors.containsKey(text)
                        && colors.containsKey(back)
                        && contrast(colors.get(text), colors.get(back)) < LEAST) {
                    found.add(text + " on " + back);
                }
            }
        }
        return found;
    }

    private static double contrast(String one, String other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static double luminance(String color) {
        String six = color.length() == 3 ? color.replaceAll(".", "$0$0") : color;
        return 0.2126 * channel(six, 0) + 0.7152 * channel(six, 2) + 0.0722 * channel(six, 4);
    }

    private static double channel(String color, int start) {
        double value = Integer.parseInt(color, start, start + 2, 16) / 255.0;
        return value <= 0.03928 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
