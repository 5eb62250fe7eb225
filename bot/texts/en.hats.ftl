## Many hats: in which role, for which unit

hat-which = There are several roles here. Please choose in which of them this is asked.
button-hat-office = The standing office
unit-which = Please choose the unit:
button-own-unit = { $unit }
button-own-unit-of = { $unit } ({ $organisation })
button-own-unit-role = { $unit } ({ $role })
button-organisation = { $organisation }
unit-not-found = No unit is called “{ $said }”. Please check the name; no diacritics are needed.
unit-several = “{ $said }” may be one of these units. Please choose:
