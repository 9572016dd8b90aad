"""Writes the tables by which .prj files are matched, out of PROJ's database (EPSG register, names of Esri).

    python3 src/register/register.py /usr/share/proj/proj.db src/main/resources/org/citygis/ingest/crs

geographic.tsv   code, semi-major axis in mm, inverse flattening in 1e-9, names in lower-case letters and digits
projected.tsv    code, code of the geographic system, method, central meridian, latitude of origin, standard
                 parallels (larger first), scale, false easting, false northing, unit, names where several codes share all that
Angles in 1e-8 degrees, scale and unit in 1e-9, lengths in mm.
"""

import re
import sqlite3
import sys

METHODS = {"9807": "tm", "9801": "lcc1", "9802": "lcc2", "9822": "albers", "9820": "laea"}
MERIDIAN, ORIGIN, FIRST, SECOND, SCALE, EAST, NORTH = (
    {"8802", "8822"}, {"8801", "8821"}, {"8823"}, {"8824"}, {"8805"}, {"8806", "8826"}, {"8807", "8827"})


def letters(name):
    return re.sub("ensemble$", "", re.sub("[^a-z0-9]", "", re.sub("^(D|GCS)_", "", name).lower()))


def sexagesimal(value):
    sign, value = (-1, -value) if value < 0 else (1, value)
    degrees, rest = f"{value:.10f}".split(".")
    return sign * (int(degrees) + int(rest[:2]) / 60 + float(rest[2:4] + "." + rest[4:]) / 3600)


def main(database, folder):
    db = sqlite3.connect(database)
    # Codes are numbers in some versions of the database and texts in others.
    db.row_factory = lambda cursor, row: tuple(str(each) if isinstance(each, int) else each for each in row)
    units = {code: (float(factor or 0), kind) for code, factor, kind in
             db.execute("SELECT code, conv_factor, type FROM unit_of_measure WHERE auth_name = 'EPSG'")}

    def aliases(table, code):
        return [name for (name,) in db.execute(
            "SELECT alt_name FROM alias_name WHERE table_name = ? AND auth_name = 'EPSG' AND code = ? AND source = 'ESRI'",
            (table, code))]

    def canonical(value, unit):
        factor, kind = units[unit]
        if unit == "9110":
            return round(sexagesimal(value) * 1e8)
        if kind == "angle":
            return round(value * factor * 57.29577951308232 * 1e8)
        return round(value * factor * (1e3 if kind == "length" else 1e9))

    kept = set()
    with open(f"{folder}/geographic.tsv", "w") as out:
        out.write("# EPSG register and Esri's names, from PROJ's database; see src/register/register.py\n")
        for code, name, datum, datum_name, axis, axis_unit, flat, minor in db.execute(
                "SELECT c.code, c.name, d.code, d.name, e.semi_major_axis, e.uom_code, e.inv_flattening, e.semi_minor_axis"
                " FROM geodetic_crs c JOIN geodetic_datum d ON d.code = c.datum_code AND d.auth_name = c.datum_auth_name"
                " JOIN ellipsoid e ON e.code = d.ellipsoid_code AND e.auth_name = d.ellipsoid_auth_name"
                " WHERE c.auth_name = 'EPSG' AND c.type = 'geographic 2D' AND c.deprecated = 0"
                " AND d.prime_meridian_code = '8901' ORDER BY CAST(c.code AS INTEGER)"):
            names = [datum_name, name] + aliases("geodetic_datum", datum) + aliases("geodetic_crs", code)
            unique = sorted({letters(each) for each in names})
            metres = float(axis) * units[axis_unit][0]
            inverse = float(flat) if flat else metres / ((metres - float(minor) * units[axis_unit][0]) or float("inf"))
            out.write(f"{code}\t{round(metres * 1e3)}\t{round(inverse * 1e9)}\t{','.join(unique)}\n")
            kept.add(code)

    rows = {}
    columns = ", ".join(f"k.param{i}_code, k.param{i}_value, k.param{i}_uom_code" for i in range(1, 8))
    for code, name, base, system, method, *parameters in db.execute(
            f"SELECT p.code, p.name, p.geodetic_crs_code, p.coordinate_system_code, k.method_code, {columns}"
            " FROM projected_crs p JOIN conversion_table k ON k.code = p.conversion_code AND k.auth_name = p.conversion_auth_name"
            " WHERE p.auth_name = 'EPSG' AND p.deprecated = 0 ORDER BY CAST(p.code AS INTEGER)"):
        if method not in METHODS or base not in kept:
            continue
        given = {parameters[i]: canonical(float(parameters[i + 1]), parameters[i + 2])
                 for i in range(0, 21, 3) if parameters[i]}

        def value(codes, otherwise=0):
            return next((given[each] for each in codes if each in given), otherwise)

        (unit,) = db.execute("SELECT uom_code FROM axis WHERE coordinate_system_auth_name = 'EPSG'"
                             " AND coordinate_system_code = ? LIMIT 1", (system,)).fetchone()
        parallels = sorted((value(FIRST), value(SECOND)), reverse=True)
        key = (base, METHODS[method], value(MERIDIAN), value(ORIGIN), *parallels, value(SCALE, 10**9),
               value(EAST), value(NORTH), round(units[unit][0] * 1e9))
        rows.setdefault(key, []).append((code, sorted({letters(each) for each in [name] + aliases("projected_crs", code)})))
    with open(f"{folder}/projected.tsv", "w") as out:
        out.write("# EPSG register and Esri's names, from PROJ's database; see src/register/register.py\n")
        for key, systems in rows.items():
            for code, names in systems:
                shown = ",".join(names) if len(systems) > 1 else ""
                out.write("\t".join([code, *map(str, key), shown]) + "\n")


main(sys.argv[1], sys.argv[2])
