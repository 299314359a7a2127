"""Invented tabular packages of each version of HSDS, as folders and as zip files."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

HSDS_1_1: Mapping[str, str] = {
    "organizations.csv": (
        "id,name,alternate_name,description,email,url,tax_status\n"
        "1,River ArmyGÇÖs Kitchen,,Food\\nand shelter,,www.river.example,\n"
        "2,Lonely Trust,,No service here,,,\n"
    ),
    "services.csv": (
        "id,organization_id,program_id,name,description,status,fees\n"
        '10,1,,Soup kitchen,"Hot meals\\nEvery day",Active,Free\n'
        "11,1,,Night shelter,,open,\n"
        "12,9,,Ghost,,active,\n"
    ),
    "services_at_location.csv": "id,service_id,location_id\n1,10,5\n",
    "locations.csv": "id,organization_id,name,latitude,longitude\n5,1,Hall,37.5,-122.2\n",
    "physical_addresses.csv": (
        "id,location_id,address_1,address_3,city,state_province,postal_code,country\n"
        ",5,1 Main St,Back door,San Mateo,CA,94401,US\n"
    ),
    "regular_schedules.csv": (
        "id,service_id,location_id,service_at_location_id,weekday,opens_at,closes_at\n"
        "1,10,,,1,9:00am,5:00 PM\n"
        "2,10,,,Someday,9:00am,5:00 PM\n"
        "3,10,,,3,whenever,\n"
    ),
    "holiday_schedules.csv": (
        "id,service_id,closed,start_date,end_date,opens_at,closes_at\n"
        "1,10,true,2026-12-25,2026-12-26,09:00,10:00\n"
    ),
    "eligibility.csv": "id,service_id,eligibility\n,10,adult\n,10,family\n,,child\n",
    "languages.csv": "id,service_id,location_id,language\n,10,,Spanish (limited)\n,10,,vi\n",
    "taxonomy.csv": (
        "id,name,parent_id,parent_name,vocabulary\n"
        "F,Food,,,Open Eligibility\n"
        "F-1,Food Pantry,F,Food,Open Eligibility\n"
    ),
    "services_taxonomy.csv": "id,service_id,taxonomy_id,taxonomy_detail\n,10,F-1,\n",
    "payments_accepted.csv": "id,service_id,payment\n,10,cash\n",
    "phones.csv": (
        "id,service_id,number,language,department,extension\n"
        '1,10,555-0100,"en,es",Front desk,x12\n'
        "1,10,555-0101,,,\n"
        "2,77,555-0102,,,\n"
    ),
}

HSDS_2: Mapping[str, str] = {
    "organization.csv": "id,name,description,url\n1,River Trust,Neighbours,https://river.example\n",
    "service.csv": "id,organization_id,name,status\n10,1,Soup kitchen,active\n",
    "service_at_location.csv": "id,service_id,location_id\n1,10,5\n",
    "location.csv": "id,name\n5,Hall\n",
    "physical_address.csv": "id,location_id,address_1,city\n1,5,1 Main St,San Mateo\n",
    "postal_address.csv": "id,location_id,address_1,city\n1,5,PO Box 7,San Mateo\n",
    "schedule.csv": "id,service_id,freq,byday,opens_at,closes_at\n1,10,DAILY,,09:00,17:00\n",
    "taxonomy.csv": "id,name,description\nT,Needs,Our list\n",
    "taxonomy_term.csv": "id,term,description,parent_id,taxonomy_id\nF,Food,Anything to eat,,T\n",
    "service_attribute.csv": "id,service_id,taxonomy_term_id\n1,10,F\n",
    "other_attribute.csv": "id,link_id,link_type,taxonomy_term_id\n1,5,location,F\n2,1,organization,F\n",
}

HSDS_3: Mapping[str, str] = {
    "organizations.csv": "id,name,description\n1,River Trust,Neighbours\n",
    "services.csv": "id,organization_id,name,status\n10,1,Soup kitchen,active\n11,1,Night shelter,active\n",
    "service_at_location.csv": "id,service_id,location_id\n1,10,5\n",
    "locations.csv": "id,location_type,organization_id,name,latitude,longitude\n5,physical,1,Hall,51.5,-0.1\n",
    "phones.csv": "id,service_id,organization_id,number\n1,10,,020 7946 0000\n2,10,1,020 7946 0001\n",
    "attributes.csv": "id,link_id,link_entity,label\n1,10,service,hot\n2,10,location,cold\n",
}


def folder(base: Path, files: Mapping[str, str | bytes], name: str = "package") -> Path:
    path = base / name
    for file, text in files.items():
        target = path / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def zipped(base: Path, files: Mapping[str, str | bytes], name: str = "package.zip") -> Path:
    path = base / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as whole:
        for file, text in files.items():
            whole.writestr(file, text)
    return path
