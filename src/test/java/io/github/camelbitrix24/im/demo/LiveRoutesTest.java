package io.github.camelbitrix24.im.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.camelbitrix24.im.Await;
import io.github.camelbitrix24.im.LogWatch;
import io.github.camelbitrix24.im.MainTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The routes of a folder, edited while they run. */
class LiveRoutesTest extends MainTest {

    private static final String READER = """
            - route:
                id: reader
                from:
                  uri: bitrix24-im:events
                  steps:
                    - to:
                        uri: direct:answer
            """;
    private static final String ANSWER = """
            - route:
                id: answer
                from:
                  uri: direct:answer
                  steps:
                    - setBody:
                        expression:
                          simple:
                            expression: "WORD ${body.message.text}"
                    - bean:
                        beanType: io.github.camelbitrix24.im.demo.LiveRoutesTest$Answers
                        method: add
            """;
    private static final Queue<String> ANSWERS = new ConcurrentLinkedQueue<>();

    private final Map<String, Object> properties = new HashMap<>();
    private final LogWatch log = LogWatch.ofRunningRoutes();

    @TempDir
    Path folder;

    /** What the routes said. */
    public static final class Answers {

        public void add(String answer) {
            ANSWERS.add(answer);
        }
    }

    @BeforeEach
    void start() throws Exception {
        ANSWERS.clear();
        portal.user(7).subscribed();
        authorise();
        write("reader", READER);
        write("answer", ANSWER.replace("WORD", "old"));
        RouteFiles files = new RouteFiles(folder);
        property("camel.main.routes-include-pattern", files.pattern());
        SortedMap<Path, String> loaded = files.texts();
        camel.start();
        new LiveRoutes(camel.getCamelContext(), files, loaded, new Rehearsal(properties)).watch();
    }

    @AfterEach
    void closeLog() {
        log.close();
    }

    @Override
    protected void property(String name, String value) {
        super.property(name, value);
        properties.put(name, value);
    }

    @Test
    void anEditedRouteTakesEffect() throws IOException {
        say("one");
        untilAnswered("old one");
        write("answer", ANSWER.replace("WORD", "new"));
        untilLogged("Taken over: " + file("answer"));
        say("two");
        untilAnswered("new two");
        assertEquals(List.of("old one", "new two"), List.copyOf(ANSWERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "- route: [", "- route:\n    id: answer\n    from:\n      uri: direct:answer\n      parameters:\n"
                          + "        colour: red\n      steps:\n        - log: {message: x}\n",
            "- route:\n    id: answer\n    from:\n      uri: direct:answer\n      steps:\n        - to: {uri: 'nosuch:thing'}\n",
            "- route:\n    id: answer\n    from:\n      uri: direct:answer\n      steps:\n        - jump: {}\n",
            "- route:\n    id: answer\n    from:\n      uri: direct:answer\n      steps:\n        - setBody:\n"
                                                                                                                 + "            expression:\n              simple: {expression: '${no such thing}'}\n",
            "- route:\n    id: reader\n    from:\n      uri: direct:answer\n      steps:\n        - log: {message: x}\n",
            "- route:\n    id: second\n    from:\n      uri: bitrix24-im:events\n      steps:\n        - log: {message: x}\n" })
    void aBrokenRouteSaysWhyInOneLineAndTheOldOneRunsOn(String broken) throws IOException {
        write("answer", broken);
        untilLogged("Not taken over: " + file("answer"));
        say("one");
        untilAnswered("old one");

        List<String> lines = log.linesWith("Not taken over: ");
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).lines().count() == 1 && lines.get(0).length() > lines.get(0).indexOf("runs on.") + 15,
                lines.get(0));
        assertTrue(lines.get(0).startsWith("WARN"), lines.get(0));
    }

    @Test
    void whatCannotRunStopsNothing() throws IOException {
        write("answer", "- route: [");
        untilLogged("Not taken over: ");
        assertEquals(List.of(), log.linesWith("Stopped reader"));
    }

    @Test
    void aBrokenFileKeepsNoOtherFromBeingTakenOver() throws IOException {
        write("reader", "- route: [");
        untilLogged("Not taken over: " + file("reader"));
        write("answer", ANSWER.replace("WORD", "new"));
        untilLogged("Taken over: " + file("answer"));
        say("one");
        untilAnswered("new one");
        write("reader", READER + "# mended\n");
        untilLogged("Taken over: " + file("reader"));
        assertEquals(1, log.linesWith("Not taken over: ").size());
    }

    @Test
    void aNewFileRunsAndARemovedOneDoesNot() throws IOException {
        write("more", ANSWER.replace("answer", "more").replace("WORD ${body.message.text}", "more ${body}"));
        untilLogged("Taken over: " + file("more"));
        camel.getCamelContext().createProducerTemplate().sendBody("direct:more", "x");
        untilAnswered("more x");
        Files.delete(file("more"));
        untilLogged("Taken over: " + file("more"), 2);
        assertEquals(List.of("answer", "reader"),
                camel.getCamelContext().getRoutes().stream().map(route -> route.getRouteId()).sorted().toList());
    }

    @Test
    void whatIsBeingWrittenIsWaitedFor() throws IOException {
        write("answer", "");
        write("more", ANSWER.replace("answer", "more"));
        untilLogged("Taken over: " + file("more"));
        say("one");
        untilAnswered("old one");
    }

    @Test
    void noEventIsLostOrComesTwiceAndThereIsOneReader() throws IOException {
        for (int round = 1; round <= 5; round++) {
            for (int number = 1; number <= 10; number++) {
                say(round + "." + number);
            }
            write("answer", ANSWER.replace("WORD", "round" + round));
            untilLogged("Taken over: " + file("answer"), round);
        }
        portal.await(p -> p.acknowledged(7).size() == 50, SOON);
        assertEquals(50, ANSWERS.stream().map(answer -> answer.split(" ")[1]).distinct().count(), ANSWERS.toString());
        assertEquals(50, ANSWERS.size(), ANSWERS.toString());
        assertEquals(List.of(), portal.lost(7));
        assertEquals(1, portal.peak("im.v2.Event.get"));
    }

    private void say(String text) {
        portal.user(12).says("chat5", text);
    }

    private Path file(String name) {
        return folder.resolve(name + ".camel.yaml");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(file(name), text);
    }

    private void untilAnswered(String answer) {
        Await.until(() -> ANSWERS + "\n" + String.join("\n", log.linesWith("aken over")), () -> ANSWERS.contains(answer), SOON);
    }

    private void untilLogged(String line) {
        untilLogged(line, 1);
    }

    private void untilLogged(String line, int times) {
        Await.until(() -> line + "\n" + String.join("\n", log.linesWith("LiveRoutes")),
                () -> log.linesWith(line).size() >= times, SOON);
    }
}
