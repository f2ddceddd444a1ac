/** Every person in the sample programmes is invented from these lists. All characters exist in Windows-1252. */
export const girls =
  list(`Abigail,Aisha,Alice,Amelia,Amy,Anjali,Beatrice,Bethany,Caitlín,Charlotte,Chloë,Danielle,Daisy,Eleanor,Emily,Esme,
Fatima,Freya,Gemma,Georgia,Grace,Hannah,Harriet,Imogen,Ines,Isla,Jasmine,Jodie,Kavita,Kirsty,Layla,Lucy,Maisie,Mariam,Megan,Molly,Nadia,
Niamh,Olivia,Paige,Phoebe,Poppy,Priya,Rebecca,Rhiannon,Rosie,Ruby,Sade,Sana,Siân,Sophie,Summer,Tegan,Thea,Verity,Yasmin,Zainab,Zoë,Shannon,Léa`);
export const boys =
  list(`Aaron,Adil,Alfie,André,Archie,Ben,Bilal,Bradley,Callum,Charlie,Conor,Daniel,Dylan,Edward,Elliot,Ethan,Femi,Finlay,
Fraser,George,Harvey,Hassan,Hugo,Ibrahim,Isaac,Jack,Jago,Jamal,Joel,Joshua,José,Kieran,Kofi,Leon,Lewis,Liam,Luca,Mark,Mason,Mohammed,Nathan,
Noah,Oliver,Omar,Oscar,Patrick,Rafe,Reece,Rohan,Rory,Ryan,Samuel,Seán,Shay,Tariq,Theo,Toby,Will,Xavier,Zachary`);
export const surnames =
  list(`Abbott,Achebe,Ahmed,Ainsworth,Akhtar,Allen,Anderson,Ashworth,Atkinson,Bagshaw,Banerjee,Barlow,Bates,Begum,Bennett,
Bhatt,Booth,Bradshaw,Briggs,Burgess,Butt,Campbell,Carr,Castellano,Chadwick,Chowdhury,Clayton,Cole,Connolly,Coulson,Crossley,D’Arcy,Dawson,Dixon,
Dobson,Doyle,Duffy,Eastwood,Ellison,Fairclough,Farrell,Fielding,Fletcher,Forster,Fowler,Gallagher,Garner,Gibbons,Gill,Goddard,Greenwood,Grimshaw,
Gupta,Hadfield,Hall,Hargreaves,Hartley,Haworth,Heaton,Hewitt,Holden,Horrocks,Hussain,Iqbal,Jackson,Jarvis,Jones,Kaur,Kearney,Kendall,Kershaw,Khan,
Kirby,Lal,Lambert,Leigh,Lloyd,Lomax,Mackenzie,Mahmood,Marsden,Mason-Reid,McAllister,McGrath,Mehta,Mercer,Molloy,Moss,Müller,Murphy,Nash,Naylor,
Ní Bhriain,Novak,Nuñez,O'Brien,O'Connor,Ogden,Okafor,Oldfield,Owusu,Parkinson,Patel,Pemberton,Pickering,Pollard,Prescott,Quigley,Rafferty,Rahman,
Ramsbottom,Rashid,Redfern,Rigby,Robson,Rowbottom,Rushton,Saunders,Schofield,Shah,Sharples,Siddiqui,Singh,Smith,Smith-Jones,Stansfield,Stott,
Sutcliffe,Swift,Tattersall,Thornton,Tomlinson,Turner,Unsworth,Valentine,Vickers,Wadsworth,Walmsley,Warburton,Whittaker,Wilkinson,Woodhead,Yates,Zaman`);

function list(text: string): string[] {
  return text.replaceAll("\n", "").split(",");
}
