package app.heirloom.immich.client;

import app.heirloom.immich.client.transport.Answer;
import app.heirloom.immich.client.transport.Call;
import app.heirloom.immich.client.transport.Chunks;
import app.heirloom.immich.client.transport.Outcomes;
import app.heirloom.immich.client.transport.Transport;
import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.Outcome;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.FaceSource;
import app.heirloom.library.person.PersonId;
import app.heirloom.library.remote.person.RemoteFace;
import app.heirloom.library.remote.person.RemotePeople;
import app.heirloom.library.remote.person.RemotePerson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People and faces. */
record ImmichPeople(Transport transport) implements RemotePeople {
    private static final int PAGE_SIZE = 1_000;

    @Override
    public List<RemotePerson> list() {
        List<RemotePerson> people = new ArrayList<>();
        boolean hasMore = true;
        for (int page = 1; hasMore; page++) {
            Answer answer = transport.json(Call.get("/people?withHidden=true&size=" + PAGE_SIZE + "&page=" + page));
            List<Answer> found = answer.list("people");
            found.forEach(each -> people.add(read(each)));
            hasMore = answer.flag("hasNextPage") && !found.isEmpty();
        }
        return people;
    }

    @Override
    public List<RemoteFace> listFaces(AssetId asset) {
        return transport.json(Call.get("/faces?id=" + asset)).requiredElements().stream()
                .flatMap(json -> readFace(json).stream())
                .toList();
    }

    @Override
    public long countAssets(PersonId person) {
        return transport.json(Call.get("/people/" + person + "/statistics")).number("assets");
    }

    @Override
    public RemotePerson create(String name) {
        return read(transport.json(Call.create("/people", Map.of("name", name))));
    }

    @Override
    public void rename(PersonId person, String name) {
        transport.send(Call.put("/people/" + person, Map.of("name", name)));
    }

    /** In the way that all versions know. */
    @Override
    public List<Outcome> merge(PersonId target, Collection<PersonId> others) {
        return Outcomes.gather(
                transport,
                others,
                PersonId::value,
                ids -> Call.create("/people/" + target + "/merge", Map.of("ids", ids)));
    }

    /** The person stands in the path, the face in the body. */
    @Override
    public void assign(FaceId face, PersonId person) {
        transport.send(Call.put("/faces/" + person, Map.of("id", face.value())));
    }

    @Override
    public void draw(AssetId asset, PersonId person, FaceBox box) {
        Map<String, Object> face = Map.of(
                "assetId", asset.value(),
                "personId", person.value(),
                "imageWidth", box.image().width(),
                "imageHeight", box.image().height(),
                "x", box.left(),
                "y", box.top(),
                "width", box.right() - box.left(),
                "height", box.bottom() - box.top());
        transport.send(Call.create("/faces", face));
    }

    @Override
    public void removeFace(FaceId face) {
        transport.send(Call.delete("/faces/" + face, Map.of("force", true)));
    }

    @Override
    public void remove(Collection<PersonId> people) {
        Chunks.forEach(people, PersonId::value, chunk -> transport.send(Call.delete("/people", Map.of("ids", chunk))));
    }

    static RemotePerson read(Answer json) {
        return new RemotePerson(
                new PersonId(json.uuid("id")),
                json.findText("name").orElse(""),
                json.findText("birthDate")
                        .map(date ->
                                json.parsed("birthDate", date, text -> LocalDate.parse(text.replaceFirst("T.*", ""))))
                        .orElse(null),
                json.flag("isHidden"),
                json.flag("isFavorite"));
    }

    /** A box that lies outside of its image is none. */
    private static Optional<RemoteFace> readFace(Answer json) {
        int width = (int) json.number("imageWidth");
        int height = (int) json.number("imageHeight");
        int left = within(json.number("boundingBoxX1"), width);
        int top = within(json.number("boundingBoxY1"), height);
        int right = within(json.number("boundingBoxX2"), width);
        int bottom = within(json.number("boundingBoxY2"), height);
        if (left >= right || top >= bottom) {
            return Optional.empty();
        }
        var box = new FaceBox(new Dimensions(width, height), left, top, right, bottom);
        RemotePerson person = json.findObject("person").map(ImmichPeople::read).orElse(null);
        return Optional.of(new RemoteFace(new FaceId(json.uuid("id")), box, source(json), person));
    }

    private static int within(long position, int size) {
        return Math.clamp(position, 0, size);
    }

    private static FaceSource source(Answer json) {
        return switch (json.findText("sourceType").orElse("")) {
            case "exif" -> FaceSource.FILE;
            case "manual" -> FaceSource.HAND;
            default -> FaceSource.MODEL;
        };
    }
}
