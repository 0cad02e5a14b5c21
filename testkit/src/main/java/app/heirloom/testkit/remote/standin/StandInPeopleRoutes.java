package app.heirloom.testkit.remote.standin;

import app.heirloom.library.asset.AssetId;
import app.heirloom.library.asset.appearance.Dimensions;
import app.heirloom.library.person.FaceBox;
import app.heirloom.library.person.FaceId;
import app.heirloom.library.person.PersonId;
import app.heirloom.testkit.remote.FakePhotoServer;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** People and their faces. */
final class StandInPeopleRoutes {
    private final FakePhotoServer photos;

    StandInPeopleRoutes(FakePhotoServer photos) {
        this.photos = photos;
    }

    void addTo(StandInTable table) {
        addPeople(table);
        addFaces(table);
    }

    private void addPeople(StandInTable table) {
        table.add(
                "GET /api/people",
                (request, path) -> StandInAnswer.ok(Map.of(
                        "people",
                        photos.people().list().stream().map(StandInJson::person).toList(),
                        "hasNextPage",
                        false)));
        table.add(
                "POST /api/people",
                (request, path) -> StandInAnswer.json(
                        201,
                        StandInJson.person(photos.people()
                                .create(request.json().path("name").asString("")))));
        table.add("PUT /api/people/" + StandInTable.ID, (request, path) -> {
            photos.people()
                    .rename(
                            new PersonId(StandInTable.id(path)),
                            request.json().path("name").stringValue());
            return StandInAnswer.ok(Map.of());
        });
        table.add(
                "GET /api/people/" + StandInTable.ID + "/statistics",
                (request, path) -> StandInAnswer.ok(
                        Map.of("assets", photos.people().countAssets(new PersonId(StandInTable.id(path))))));
        table.add(
                "POST /api/people/" + StandInTable.ID + "/merge",
                (request, path) -> StandInAnswer.outcomes(photos.people()
                        .merge(
                                new PersonId(StandInTable.id(path)),
                                request.ids().stream().map(PersonId::new).toList())));
        table.add("DELETE /api/people", (request, path) -> {
            photos.people().remove(request.ids().stream().map(PersonId::new).toList());
            return StandInAnswer.nothing();
        });
    }

    private void addFaces(StandInTable table) {
        table.add("GET /api/faces", (request, path) -> {
            var asset = AssetId.parse(request.query().getOrDefault("id", ""));
            return StandInAnswer.ok(photos.people().listFaces(asset).stream()
                    .map(StandInJson::face)
                    .toList());
        });
        table.add("POST /api/faces", (request, path) -> {
            photos.people()
                    .draw(
                            AssetId.parse(request.json().path("assetId").stringValue()),
                            PersonId.parse(request.json().path("personId").stringValue()),
                            box(request.json()));
            return StandInAnswer.json(201, Map.of());
        });
        table.add("PUT /api/faces/" + StandInTable.ID, (request, path) -> {
            var face = FaceId.parse(request.json().path("id").stringValue());
            photos.people().assign(face, new PersonId(StandInTable.id(path)));
            return StandInAnswer.ok(Map.of());
        });
        table.add("DELETE /api/faces/" + StandInTable.ID, (request, path) -> {
            photos.people().removeFace(new FaceId(StandInTable.id(path)));
            return StandInAnswer.nothing();
        });
    }

    private static FaceBox box(JsonNode json) {
        int left = json.path("x").intValue();
        int top = json.path("y").intValue();
        return new FaceBox(
                new Dimensions(
                        json.path("imageWidth").intValue(),
                        json.path("imageHeight").intValue()),
                left,
                top,
                left + json.path("width").intValue(),
                top + json.path("height").intValue());
    }
}
